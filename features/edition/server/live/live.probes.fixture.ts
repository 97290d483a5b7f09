import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh edition of the test unit `city`, by operation. */
export async function liveProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  // Written by the post in its very unit alone.
  const own = { reach: ['same unit'] } as const
  const address = async (): Promise<string> => `/api/editions/${(await beginEdition(editor, series)).id}`
  const item = async (): Promise<string> => {
    const { id } = await beginEdition(editor, series)
    const { content } = await addTo(editor, id, 'news')
    return `/api/editions/${id}/items/${content[0]!.id}`
  }
  const tab = randomUUID()
  return {
    listEditionCandidates: async () => ({ url: `${await address()}/candidates` }),
    readEditionPresence: async () => ({ url: `${await address()}/presence` }),
    attendEdition: async () => ({ url: `${await address()}/presence`, body: { tab, leaves: false } }),
    previewEdition: async () => ({ url: `${await address()}/preview`, body: { tab, known: [] } }),
    takeProofCopy: async () => ({ url: `${await address()}/proof-copy`, body: { format: 'docx' } }),
    claimEditionItem: async () => ({ url: `${await item()}/claim`, body: { tab, keep: false }, ...own }),
    releaseEditionItem: async () => ({ url: `${await item()}/release`, body: { tab } }),
    askForEditionItem: async () => ({ url: `${await item()}/ask`, ...own }),
    takeOverEditionItem: async () => ({ url: `${await item()}/take-over`, body: { tab }, ...own }),
  }
}
