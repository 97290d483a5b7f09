/** Whether keys that a pack names lead somewhere. */
import { unitKinds } from '@jianbao/organisation/contract'
import { hintOf } from './check-shape.ts'
import type { Complain, PackFile, Path } from './pack.types.ts'

export function checkKnown(
  keys: readonly string[] | undefined,
  known: readonly string[],
  code: 'group-unknown' | 'type-unknown' | 'column-unknown',
  file: PackFile,
  path: Path,
  complain: Complain,
): void {
  keys?.forEach((key, at) => {
    if (!known.includes(key)) complain(file, [...path, at], code, { value: key, ...hintOf(key, known) })
  })
}

export function checkKinds(
  kinds: readonly string[] | undefined,
  file: PackFile,
  path: Path,
  complain: Complain,
): void {
  kinds?.forEach((value, at) => {
    if ((unitKinds as readonly string[]).includes(value)) return
    const details = { value, choices: unitKinds.join('、'), ...hintOf(value, unitKinds) }
    complain(file, [...path, at], 'kind-unknown', details)
  })
}
