import qrcode from 'qrcode-generator'
import type { Certificate } from '../certificate.contract.ts'
import { printText } from '../model/clean-text.ts'
import type { Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { GlyphCheck, mendTexts } from './glyphs.ts'
import { dateOf, type SetIssue, type SetOptions } from './setting.ts'
import { compileTemplate } from './workspace.ts'

/** Composes and compiles one certificate: a page of A4 across; every character that no font has is set as 〓. */
export function setCertificate(
  compiler: Compiler,
  fonts: FontSet,
  options: SetOptions<Certificate>,
): SetIssue {
  const { document: it, profile } = options
  const check = new GlyphCheck(fonts.coverages)
  const [year, month, day] = it.date.split('-').map(Number)
  const page = mendTexts(
    {
      heading: printText(it.heading),
      name: printText(it.name),
      unit: it.unit === null ? null : printText(it.unit),
      text: printText(it.text),
      award: printText(it.award),
      issuer: printText(it.issuer),
      day: `${year}年${month}月${day}日`,
      number: printText(it.number),
      seal: printText(it.seal),
      address: printText(it.address),
      closing: printText(it.closing ?? '特发此证，以资鼓励。'),
    },
    check,
  )
  const data = {
    ...page,
    title: `${page.heading}：${page.name}`,
    author: page.issuer,
    code: codeOf(it.address),
    setting: { red: profile.red, date: dateOf(options) },
    fonts: fonts.fonts,
    weights: fonts.weights,
  }
  const document = compileTemplate(compiler, 'certificate.typ', data)
  return { document, missing: [...check.missing], glyphs: check.found, judged: [] }
}

/** The address as a QR code: rows of 1 and 0. */
function codeOf(address: string): string[] {
  const code = qrcode(0, 'M')
  code.addData(address, 'Byte')
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return places.map(row => places.map(column => (code.isDark(row, column) ? '1' : '0')).join(''))
}
