import type { Circular } from '../circular.contract.ts'
import type { Judged } from '../conformity/judged.ts'
import { type CircularElement, composeCircular } from '../model/compose-circular.ts'
import type { CompiledDocument, Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck, mendTexts } from './glyphs.ts'
import { dateOf, type SetIssue, type SetOptions } from './setting.ts'
import { compileTemplate } from './workspace.ts'

/** GB/T 9704 7.3.5: where the signature would stand alone on a page, the lines or the words change, no page is empty. */
const otherLines = [1, -1, 2, -2]

/** Composes and compiles one circular; every character of it that no font has is set as 〓. */
export function setCircular(compiler: Compiler, fonts: FontSet, options: SetOptions<Circular>): SetIssue {
  const { profile } = options
  const check = new GlyphCheck(fonts.coverages)
  const titleChars = Math.floor((profile.charsPerLine * 16) / 22)
  const page = mendTexts(composeCircular(options.document, titleChars, options.glue), check)
  const compile = (lines: number, body: readonly CircularElement[]): CompiledDocument => {
    const setting = {
      chars: profile.charsPerLine,
      lines,
      red: profile.red,
      date: dateOf(options),
      plainHeads: options.plainHeads ?? false,
      unnumbered: [],
      linePitchPt: profile.linePitchPt,
      pageNumbers: profile.pageNumbers,
    }
    const data = { ...page, body, setting, fonts: fonts.fonts, weights: fonts.weights }
    return compileTemplate(compiler, 'circular.typ', data)
  }
  const set = { missing: [...check.missing], glyphs: check.found, judged: judgedCircular(page.body) }
  const usual = compile(profile.linesPerPage, page.body)
  if (inCompany(compiler, usual)) return { document: usual, ...set }
  for (const step of otherLines) {
    const tried = compile(profile.linesPerPage + step, page.body)
    if (inCompany(compiler, tried)) return { document: tried, ...set }
  }
  const pushed = compile(profile.linesPerPage, withLastParagraphPushed(page.body))
  return { document: inCompany(compiler, pushed) ? pushed : usual, ...set }
}

/** Whether the words before the signature end on its page. */
function inCompany(compiler: Compiler, document: CompiledDocument): boolean {
  const [text, signature] = ['<text-end>', '<signature>'].map(
    selector => compiler.query(document, { selector, field: 'value' })[0],
  )
  return text === undefined || signature === undefined || text === signature
}

function withLastParagraphPushed(body: readonly CircularElement[]): CircularElement[] {
  const signature = body.findIndex(element => element.kind === 'signature')
  const last = body.slice(0, signature).findLastIndex(element => element.kind === 'paragraph')
  return last < 1 ? [...body] : [...body.slice(0, last), { kind: 'new-page' }, ...body.slice(last)]
}

/** Tables and titles of a circular; its words have no places that an editor could be led to. */
function judgedCircular(body: readonly CircularElement[]): Judged[] {
  return body.flatMap((element): Judged[] => {
    if (element.kind === 'table') return [{ at: null, kind: 'table', table: element.table }]
    if (element.kind === 'title') {
      const { text, lines } = element
      return [
        { at: null, kind: 'heading', rank: 1, text, lines },
        { at: null, kind: 'text', text },
      ]
    }
    return []
  })
}
