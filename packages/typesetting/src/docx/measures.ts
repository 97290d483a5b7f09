import { type ISpacingProperties, LineRuleType } from 'docx'
import { defaultProfile, type LayoutProfile } from '../contract.ts'

export type Measures = {
  /** Body size in half-points and what is added between characters in twips, so that the line takes its number. */
  bodySize: number
  characterSpacing: number
  /** Line pitch in twips, exact: a typed document grid doubles the leading of large titles in some programs. */
  pitch: number
  titleSize: number
  smallSize: number
  twoCharacters: number
  exact: ISpacingProperties
  /** Width a picture may take. */
  pictureWidthMm: number
}

/** Millimetres in whole twips: fractions are refused by strict readers. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)

export const typeWidth = twips(156)
export const red = 'D7000F'

/** Sizes of a page of 156 × 225 mm in Word's units, from the lines and characters a profile asks for. */
export function measure(profile: Partial<LayoutProfile> = {}): Measures {
  const { charsPerLine, linesPerPage, linePitchPt } = { ...defaultProfile, ...profile }
  const character = ((156 / 25.4) * 72) / charsPerLine
  const bodySize = Math.ceil(character * 2)
  const filling = Math.floor(twips(225) / linesPerPage)
  const pitch = linePitchPt === null ? filling : Math.min(filling, Math.round(linePitchPt * 20))
  return {
    bodySize,
    characterSpacing: Math.floor((character - bodySize / 2) * 20),
    pitch,
    titleSize: Math.round((bodySize * 22) / 16),
    smallSize: Math.round((bodySize * 14) / 16),
    twoCharacters: bodySize * 20,
    exact: { line: pitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    pictureWidthMm: 156,
  }
}

/** All four scripts named, and East Asian hinted: Word chooses the Latin face for quotation marks otherwise. */
export function faceOf(eastAsia: string, latin = 'Times New Roman') {
  return { ascii: latin, hAnsi: latin, eastAsia, cs: latin, hint: 'eastAsia' }
}

export const faces = {
  fangsong: faceOf('仿宋_GB2312'),
  kai: faceOf('楷体_GB2312'),
  hei: faceOf('黑体'),
  biaosong: faceOf('方正小标宋简体'),
  song: faceOf('宋体', '宋体'),
}
