import { type TestApp, testUnits } from '@jianbao/testkit'
import { addTo, beginEdition, openSeries } from './edition.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh edition of the test unit `city`, by operation. */
export async function editionProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  // Written by the post in its very unit alone.
  const own = { reach: ['same unit'] } as const
  const edition = async (): Promise<string> => (await beginEdition(editor, series)).id
  const item = async () => {
    const id = await edition()
    const { content } = await addTo(editor, id, 'news')
    const { version, kind, headline, subtitle, contributor, withheld, doc } = content[0]!
    return {
      url: `/api/editions/${id}/items/${content[0]!.id}`,
      text: { version, kind, headline, subtitle, contributor, withheld, doc },
    }
  }
  return {
    getEdition: async () => ({ url: `/api/editions/${await edition()}` }),
    changeEdition: async () => ({
      url: `/api/editions/${await edition()}`,
      body: { version: 0, date: '2026-06-01', special: true },
      ...own,
    }),
    addEditionItems: async () => ({
      url: `/api/editions/${await edition()}/items`,
      body: { columnKey: 'news', before: null, adoptionIds: [], apart: true },
      ...own,
    }),
    saveEditionItem: async () => {
      const { url, text } = await item()
      return { url, body: { ...text, headline: '改过的标题' }, ...own }
    },
    moveEditionItem: async () => ({
      url: `${(await item()).url}/move`,
      body: { columnKey: 'lead', before: null },
      ...own,
    }),
    removeEditionItem: async () => ({ url: (await item()).url, ...own }),
  }
}
