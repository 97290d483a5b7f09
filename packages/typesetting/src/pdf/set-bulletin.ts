import { readFileSync } from 'node:fs'
import type { Bulletin, LayoutProfile, PdfStandard } from '../contract.ts'
import { composePage, type Page } from '../model/compose-page.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck } from './glyphs.ts'
import { keepImprintCompany } from './imprint-company.ts'
import type { Compile, Setting } from './setting.ts'

// A folder that does not exist: whatever the templates could be made to name, there is nothing to read.
export const workspace = '/jianbao-typesetting-shadow'
const main = `${workspace}/bulletin.typ`

/** Puts the templates into the compiler's shadow workspace. */
export function mapTemplates(compiler: Compiler): void {
  for (const name of ['page.typ', 'bulletin.typ'])
    compiler.addSource(
      `${workspace}/${name}`,
      readFileSync(new URL(`./template/${name}`, import.meta.url), 'utf8'),
    )
}

export type SetOptions = {
  bulletin: Bulletin
  profile: LayoutProfile
  standard: PdfStandard
  imagePaths: Readonly<Record<string, string>>
  glue: readonly string[]
}

export type SetBulletin = { document: CompiledDocument; missing: string[] }

/**
 * Composes and compiles one bulletin; every character of it that no font has is set as 〓.
 */
export function setBulletin(compiler: Compiler, fonts: FontSet, options: SetOptions): SetBulletin {
  const { profile } = options
  const check = new GlyphCheck(fonts.coverages)
  const titleChars = Math.floor((profile.charsPerLine * 16) / 22)
  const page = mend(composePage(options.bulletin, { ...options, titleChars }), check)
  const compile: Compile = (changed, body = page.body) => {
    const setting: Setting = {
      chars: profile.charsPerLine,
      lines: profile.linesPerPage,
      red: profile.red,
      date: options.bulletin.date?.split('-').map(Number) ?? null,
      imprintOnEvenPage: false,
      unnumbered: [],
      ...changed,
    }
    const data = JSON.stringify({ ...page, body, setting, fonts: fonts.fonts, weights: fonts.weights })
    const compiled = compiler.compile({ mainFilePath: main, inputs: { data } })
    if (compiled.result) return compiled.result
    const told = compiled.takeDiagnostics()?.shortDiagnostics.map(diagnostic => diagnostic.message) ?? []
    throw new Error(told.join('; '))
  }
  const { document, changed, body } = keepImprintCompany(compiler, page, profile.linesPerPage, compile)
  if (!profile.evenPages || document.numOfPages % 2 === 0) return { document, missing: [...check.missing] }
  const last = document.numOfPages + 1
  const blank = { kind: 'blank-page' } as const
  // An imprint that fills pages of its own moves when it is pushed: then one more blank page, before it, settles it.
  const ways: (() => CompiledDocument)[] = [
    ...(page.imprint
      ? [() => compile({ ...changed, imprintOnEvenPage: true, unnumbered: [last] }, body)]
      : []),
    () => compile({ ...changed, unnumbered: [last] }, [...body, blank]),
    () => compile({ ...changed, unnumbered: [last, last + 1] }, [...body, blank, blank]),
  ]
  let padded = document
  for (const way of ways) if (padded.numOfPages % 2 !== 0) padded = way()
  return { document: padded, missing: [...check.missing] }
}

/** The same page with every character that no font has replaced by 〓. */
function mend(page: Page, check: GlyphCheck): Page {
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'src' || key === 'kind' ? value : check.mend(value)
    if (Array.isArray(value)) return value.map(item => walk(item))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]))
  }
  return walk(page) as Page
}
