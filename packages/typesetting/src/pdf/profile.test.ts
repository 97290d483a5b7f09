import { afterAll, describe, expect, it } from 'vitest'
import { makeArticle, makeBulletin, paragraph, squeeze } from '../bulletin.fixture.ts'
import type { Bulletin, LayoutProfile } from '../contract.ts'
import { partsOf } from '../docx/parts.fixture.ts'
import { openTypesetter } from './open-typesetter.ts'
import { pointsPerMm, readPdf } from './pdf-text.fixture.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const long: Bulletin = makeBulletin({
  columns: [{ name: '要情', articles: [makeArticle({ blocks: [paragraph('众'.repeat(28 * 40))] })] }],
})
const set = async (profile: Partial<LayoutProfile>, bulletin = long) =>
  readPdf((await typesetter.typesetPdf(bulletin, { profile })).pdf)
const isNumber = ({ text }: { text: string }) => /^—.*—$/u.test(text)

describe('the profile of a series', () => {
  it('sets lines at the pitch an office is used to, and leaves the rest of the page free', async () => {
    const [, page] = await set({ linePitchPt: 28.95 })
    const lines = page!.lines.filter(line => !isNumber(line))
    expect(lines).toHaveLength(22)
    expect(lines[0]!.y - lines[1]!.y).toBeCloseTo(28.95, 1)
    // The number stays 7 mm below the type area of 225 mm.
    const [usual] = (await set({}))[1]!.lines.filter(isNumber)
    expect(page!.lines.find(isNumber)!.y).toBeCloseTo(usual!.y, 0)
    // A pitch that 22 lines cannot have is the widest they can.
    const [, wide] = await set({ linePitchPt: 32 })
    expect(wide!.lines.filter(line => !isNumber(line))).toHaveLength(22)
  })

  it('prints the name on one line or two, in the size that is asked for', async () => {
    const nameOf = async (profile: Partial<LayoutProfile>) =>
      (await set(profile))[0]!.lines.map(line => squeeze(line.text))
    expect((await nameOf({})).slice(0, 2)).toEqual(['青山省科协学习教育', '简报'])
    expect((await nameOf({ mastheadLines: 1 }))[0]).toBe('青山省科协学习教育简报')
    const widthOf = async (mastheadSizePt: number) => {
      const line = (await set({ mastheadLines: 1, mastheadSizePt }))[0]!.lines[0]!
      return line.right - line.x
    }
    expect((await widthOf(34)) / (await widthOf(26))).toBeCloseTo(34 / 26, 1)
    expect(await widthOf(72)).toBeLessThanOrEqual(156 * pointsPerMm + 1)
  })

  it('leaves out page numbers and the line of publisher and date', async () => {
    const pages = await set({ pageNumbers: false, issuedLine: false })
    expect(pages.flatMap(page => page.lines).filter(isNumber)).toEqual([])
    expect(pages[0]!.text).not.toContain('2023年5月9日')
  })

  it('holds in Word too', async () => {
    const profile = { linePitchPt: 28.95, pageNumbers: false, issuedLine: false, mastheadLines: 1 } as const
    const { xml, styles } = await partsOf(long, { profile })
    expect(xml).toContain('青山省科协学习教育简报')
    expect(xml).not.toContain('2023年5月9日')
    expect(xml).not.toContain('footerReference')
    expect(styles).toContain('w:line="579"')
  })
})
