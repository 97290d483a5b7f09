import { Footer, PageNumber, Paragraph, TextRun } from 'docx'
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

/** — 1 — in 4号, odd pages right, even pages left. */
export function pageFooter(alignment: 'right' | 'left', m: Measures): Footer {
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
