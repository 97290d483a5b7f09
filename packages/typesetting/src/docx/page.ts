import { Footer, PageNumber, Paragraph, TextRun } from 'docx'
import type { LayoutProfile } from '../contract.ts'
import { faces, type Measures, twips } from './measures.ts'

/** A4 with a type area of 156 × 225 mm. */
export const pageProperties = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(15),
    footer: twips(23),
  },
}

/** Odd pages have their number right, even pages left; none where a series prints none. */
export function pageFooters(m: Measures, profile: Partial<LayoutProfile> = {}) {
  if (profile.pageNumbers === false) return {}
  return { footers: { default: pageFooter('right', m), even: pageFooter('left', m) } }
}

/** — 1 — in 4号. */
function pageFooter(alignment: 'right' | 'left', m: Measures): Footer {
  const run = { font: faces.song, size: m.smallSize }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { [alignment]: m.smallSize * 10 },
        children: [
          new TextRun({ ...run, text: '— ' }),
          new TextRun({ ...run, children: [PageNumber.CURRENT] }),
          new TextRun({ ...run, text: ' —' }),
        ],
      }),
    ],
  })
}
