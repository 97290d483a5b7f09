import type { Bulletin, LayoutProfile, PdfStandard } from '../contract.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { setBulletin } from './set-bulletin.ts'
import { setMagazine } from './set-magazine.ts'

export type SetOptions = {
  bulletin: Bulletin
  profile: LayoutProfile
  standard: PdfStandard
  imagePaths: Readonly<Record<string, string>>
  glue: readonly string[]
}

/** A compiled issue and the characters of it that no font has, which are set as 〓. */
export type SetIssue = { document: CompiledDocument; missing: string[] }

/** Composes and compiles one issue in the layout it asks for. */
export function setIssue(compiler: Compiler, fonts: FontSet, options: SetOptions): SetIssue {
  const set = options.bulletin.layout === 'magazine' ? setMagazine : setBulletin
  return set(compiler, fonts, options)
}
