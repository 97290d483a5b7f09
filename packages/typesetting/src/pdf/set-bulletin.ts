import { judgedElements } from '../conformity/judged.ts'
import { composePage } from '../model/compose-page.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck, mendTexts } from './glyphs.ts'
import { keepImprintCompany } from './imprint-company.ts'
import { type Compile, dateOf, type SetIssue, type SetOptions, type Setting } from './setting.ts'
import { compileTemplate } from './workspace.ts'

/**
 * Composes and compiles one bulletin; every character of it that no font has is set as 〓.
 */
export function setBulletin(compiler: Compiler, fonts: FontSet, options: SetOptions): SetIssue {
  const { profile } = options
  const check = new GlyphCheck(fonts.coverages)
  const titleChars = Math.floor((profile.charsPerLine * 16) / 22)
  const page = mendTexts(composePage(options.document, { ...options, ...profile, titleChars }), check)
  const compile: Compile = (changed, body = page.body) => {
    const setting: Setting = {
      chars: profile.charsPerLine,
      lines: profile.linesPerPage,
      red: profile.red,
      date: dateOf(options),
      plainHeads: options.plainHeads ?? false,
      imprintOnEvenPage: false,
      unnumbered: [],
      linePitchPt: profile.linePitchPt,
      pageNumbers: profile.pageNumbers,
      mastheadSizePt: profile.mastheadSizePt,
      ...changed,
    }
    const data = { ...page, body, setting, fonts: fonts.fonts, weights: fonts.weights }
    return compileTemplate(compiler, 'bulletin.typ', data)
  }
  const { document, changed, body } = keepImprintCompany(compiler, page, profile.linesPerPage, compile)
  const set = { missing: [...check.missing], glyphs: check.found, judged: judgedElements(page.body) }
  if (!profile.evenPages || document.numOfPages % 2 === 0) return { document, ...set }
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
  return { document: padded, ...set }
}
