import { type TestApp, testUnits } from '@jianbao/testkit'
import type { EditionSigning } from '../../contract/index.ts'
import { openSeries } from '../edition.fixture.ts'
import { actOn, filledEdition } from './sign.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}
type State = 'drafting' | 'first' | 'last'

/** A call about one fresh edition of the test unit `city` on its way to the signature, by operation. */
export async function signProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  // One step that every reader of editions may do: what is probed is the place, not the step.
  const seriesOf = (role: 'editor' | 'reviser' | 'signatory') =>
    openSeries(app, {
      unitId: testUnits.city,
      chain: [
        { key: 'revise', name: '核稿', role, edits: true },
        { key: 'sign', name: '签发', role, edits: false },
      ],
    })
  const editor = await app.as('editor@city')
  const series = await seriesOf('editor')
  const own = { reach: ['same unit'] } as const
  const edition = async (state: State = 'drafting', seriesId = series) => {
    const begun = await filledEdition(app, editor, { seriesId })
    if (state === 'drafting') return begun
    const sent = await actOn(editor, begun, 'send')
    return state === 'first' ? sent : actOn(editor, sent, 'pass')
  }
  const deed =
    (name: string, state: State = 'drafting') =>
    async (): Promise<Target> => {
      const { id, version } = await edition(state)
      return { url: `/api/editions/${id}/${name}`, body: { version, reason: '试一试' }, ...own }
    }
  const comment = async (): Promise<{ id: string; commentId: string }> => {
    const { id, content } = await edition()
    const words = { itemId: content[0]!.id, block: 0, quote: '读书', occurrence: 0, text: '请核' }
    const signing = (await editor.post(`/api/editions/${id}/comments`, words)).json<EditionSigning>()
    return { id, commentId: signing.comments[0]!.id }
  }
  const onComment = (name: string, prepared?: string) => async (): Promise<Target> => {
    const { id, commentId } = await comment()
    if (prepared) await editor.post(`/api/editions/${id}/comments/${commentId}/${prepared}`, {})
    return { url: `/api/editions/${id}/comments/${commentId}/${name}`, ...own }
  }
  return {
    sendEdition: deed('send'),
    recallEdition: deed('recall', 'first'),
    passEdition: deed('pass', 'first'),
    returnEdition: deed('return', 'first'),
    signEdition: deed('sign', 'last'),
    forceEdition: deed('force'),
    voidEdition: deed('void'),
    getEditionSigning: async () => ({ url: `/api/editions/${(await edition()).id}/signing` }),
    getEditionDifference: async () => ({
      url: `/api/editions/${(await edition('first')).id}/difference?from=1`,
    }),
    addEditionComment: async () => ({
      url: `/api/editions/${(await edition()).id}/comments`,
      body: { itemId: null, block: null, quote: '', occurrence: 0, text: '全期请再核' },
      ...own,
    }),
    resolveEditionComment: onComment('resolve'),
    reopenEditionComment: onComment('reopen', 'resolve'),
    removeEditionComment: onComment('remove'),
    // Nothing failed: it is theirs to ask, and refused for that alone.
    retryEditionFreeze: async () => ({ url: `/api/editions/${(await edition()).id}/freeze`, ...own }),
  }
}
