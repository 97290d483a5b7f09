import { type TestApp, testUnits } from '@jianbao/testkit'
import type { EditionProof } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh edition of the test unit `city` with one fault in it, by operation. */
export async function proofProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const series = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  const own = { reach: ['same unit'] } as const
  const faulty = async () => {
    const { id } = await beginEdition(editor, series)
    const doc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '建立工作台帐。' }] }],
    }
    const text = { kind: 'article', headline: '工作台账', subtitle: '', contributor: '', doc }
    await addTo(editor, id, 'news', { text })
    const url = `/api/editions/${id}/proof`
    const { findings, items } = (await editor.request({ method: 'GET', url })).json<EditionProof>()
    const { fingerprint } = findings.find(({ rule }) => rule === 'word-confused')!
    return { url, fingerprint, item: items[0]! }
  }
  return {
    proofreadEdition: async () => ({ url: (await faulty()).url }),
    ignoreFinding: async () => {
      const { url, fingerprint } = await faulty()
      return { url: `${url}/ignore`, body: { fingerprint, reason: '原文如此' }, ...own }
    },
    heedFinding: async () => {
      const { url, fingerprint } = await faulty()
      return { url: `${url}/heed`, body: { fingerprint }, ...own }
    },
    mendFindings: async () => {
      const { url, fingerprint, item } = await faulty()
      const items = [{ itemId: item.id, version: item.version, fingerprints: [fingerprint] }]
      return { url: `${url}/mend`, body: { items }, ...own }
    },
  }
}
