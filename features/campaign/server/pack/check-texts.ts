import { storableText } from '@jianbao/platform/db'
import type { PackProblemCode } from '../../contract/index.ts'
import type { Path } from './pack.types.ts'

/** Texts of one line. */
const names = new Set<string | number | undefined>(['name', 'short', 'lead', 'id'])

/** Texts that cannot be kept or shown as they are, wherever they stand. */
export function checkTexts(
  value: unknown,
  complain: (path: Path, code: PackProblemCode) => void,
  path: Path = [],
): void {
  if (typeof value === 'string') {
    if (storableText(value) !== value) complain(path, 'characters')
    else if (value.trim() === '') complain(path, 'blank')
    else if (names.has(path.at(-1)) && /[\n\t]/.test(value)) complain(path, 'one-line')
  } else if (Array.isArray(value))
    value.forEach((entry, at) => {
      checkTexts(entry, complain, [...path, at])
    })
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) checkTexts(entry, complain, [...path, key])
}
