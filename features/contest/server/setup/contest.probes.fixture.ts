import type { TestApp } from '@jianbao/testkit'
import type { ContestRecord, ContestState } from '../../contract/index.ts'
import { contestIn } from './setup.fixture.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh contest of the test unit `city`, by operation. */
export async function contestProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const at = async (state: ContestState, path: string, body?: (contest: ContestRecord) => object) => {
    const contest = await contestIn(app, state)
    const url = `/api/contests/${contest.id}${path}`
    return body ? { url, body: { version: contest.version, ...body(contest) } } : { url }
  }
  const settings = ({ title, slug, about, rules }: ContestRecord) => ({
    title,
    slug,
    about,
    rules,
    bankIds: [],
  })
  const reason = () => ({ reason: '主办单位决定' })
  const nothing = () => ({})
  return {
    getContest: () => at('draft', ''),
    previewContest: () => at('draft', '/preview'),
    listFrozenQuestions: () => at('open', '/questions'),
    getRehearsal: () => at('rehearsal', '/rehearsal'),
    countContestPlaying: () => at('open', '/playing'),
    editContest: () => at('draft', '', settings),
    amendContest: () =>
      at('open', '/amend', ({ title, about, rules }) => ({
        ...{ title, about, closesAt: rules.closesAt, hours: null, sessions: [] },
      })),
    rehearseContest: () => at('draft', '/rehearse', () => ({ players: 1 })),
    rewindContest: () => at('rehearsal', '/rewind', nothing),
    openContest: () => at('draft', '/open', nothing),
    closeContest: () => at('open', '/close', reason),
    withdrawContestQuestion: async () => ({
      url: `/api/contests/${(await contestIn(app, 'open')).id}/withdraw-question`,
      body: { no: 0, reason: '答案有误' },
    }),
    publishContest: () => at('closed', '/publish', nothing),
    withdrawContestResult: () => at('published', '/withdraw', reason),
    removeContest: () => at('draft', '/remove', nothing),
  }
}
