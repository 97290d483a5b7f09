import type { TypesetDocument } from '../contract.ts'
import { isCircular } from '../model/is-circular.ts'
import type { Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { setBulletin } from './set-bulletin.ts'
import { setCircular } from './set-circular.ts'
import { setMagazine } from './set-magazine.ts'
import type { SetIssue, SetOptions } from './setting.ts'

/** Composes and compiles a document in the layout it asks for. */
export function setDocument(
  compiler: Compiler,
  fonts: FontSet,
  options: SetOptions<TypesetDocument>,
): SetIssue {
  const { document } = options
  if (isCircular(document)) return setCircular(compiler, fonts, { ...options, document })
  const set = document.layout === 'magazine' ? setMagazine : setBulletin
  return set(compiler, fonts, { ...options, document })
}
