import { expect, it } from 'vitest'
import { squeeze } from '../bulletin.fixture.ts'
import { defaultProfile } from '../contract.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { loadEngine } from './engine.ts'
import { openFontSet } from './font-set.ts'
import { readPdf } from './pdf-text.fixture.ts'
import { planMagazine } from './plan-magazine.ts'
import { setMagazine } from './set-magazine.ts'
import { mapTemplates, workspace } from './workspace.ts'

it('loses no text where the plan was wrong: the columns flow unbalanced instead', async () => {
  const fonts = await openFontSet([], null)
  const compiler = loadEngine()!.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.files }] })
  mapTemplates(compiler)
  const options = {
    document: makeMagazine(),
    profile: defaultProfile,
    standard: 'ua-1' as const,
    imagePaths: {},
    glue: [],
    createdAt: null,
  }
  const tooShort: typeof planMagazine = (parts, measured, grid) => {
    const plan = planMagazine(parts, measured, grid)
    return {
      ...plan,
      parts: plan.parts.map(part => ({ ...part, rows: part.rows.map(count => Math.min(count, 3)) })),
    }
  }
  const { document } = setMagazine(compiler, fonts, options, tooShort)
  const text = squeeze(
    (await readPdf(compiler.pdf(document, { pdfStandard: 'ua-1' }))).map(page => page.text).join(''),
  )
  for (const column of options.document.columns)
    for (const article of column.articles)
      for (const block of article.blocks)
        if (block.type === 'paragraph') expect(text).toContain(squeeze(block.text).slice(0, 20))
})
