import type { Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { setBulletin } from './set-bulletin.ts'
import { setMagazine } from './set-magazine.ts'
import type { SetIssue, SetOptions } from './setting.ts'

/** Composes and compiles one issue in the layout it asks for. */
export function setIssue(compiler: Compiler, fonts: FontSet, options: SetOptions): SetIssue {
  const set = options.bulletin.layout === 'magazine' ? setMagazine : setBulletin
  return set(compiler, fonts, options)
}
