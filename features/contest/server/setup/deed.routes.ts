import { businessRoles, type Caller, type Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { type Static, type TSchema, Type } from 'typebox'
import {
  type ContestAction,
  ContestAmendment,
  ContestEnding,
  ContestPlaying,
  ContestRecord,
  ContestVersion,
  contestFlow,
  QuestionWithdrawal,
  Rehearsal,
  RehearsalWish,
} from '../../contract/index.ts'
import {
  beginRehearsal,
  closeEarly,
  endRehearsal,
  openForPlay,
  publishContest,
  withdrawResult,
} from './act-on-contest.ts'
import { amendContest } from './amend-contest.ts'
import { viewContestRecord } from './contest.view.ts'
import { contestParams as params } from './contest-params.ts'
import { countPlaying } from './count-playing.ts'
import { removeContest } from './edit-contest.ts'
import { getRehearsal } from './rehearsal/rehearsal.store.ts'
import type { SetupActor, SetupServices } from './setup.services.ts'
import { withdrawFrozen } from './withdraw-frozen.ts'

type ActorOf = (scope: Scope, caller: Caller | null) => SetupActor

type Deed<Body extends TSchema> = {
  readonly action: ContestAction
  readonly operationId: string
  readonly summary: string
  readonly body: Body
  readonly work: (
    tx: Database,
    actor: SetupActor,
    order: Static<Body> & { id: string },
    entry: EntryDraft,
  ) => Promise<void>
  /** After the commit. */
  readonly afterwards?: () => void
}

/** What is done with a contest that is there, each by whom the flow names. */
export function deedRoutes(services: SetupServices, actor: ActorOf): Route[] {
  const { providers, clock, rehearsals } = services
  const deed = <Body extends TSchema>(its: Deed<Body>): Route =>
    defineRoute({
      tags: ['contest'],
      access: contestFlow[its.action].by,
      method: 'POST',
      operationId: its.operationId,
      path: `/api/contests/:id/${its.action}`,
      summary: its.summary,
      audit: `contest.${its.action}`,
      schema: { params, body: its.body as TSchema, response: { 200: ContestRecord } },
      handler: async ({ params: { id }, body, act, caller }) => {
        const record = await act(id, async (tx, scope, entry) => {
          const who = actor(scope, caller)
          await its.work(tx, who, { ...(body as object), id } as Static<Body> & { id: string }, entry)
          return viewContestRecord(tx, who, providers, id)
        })
        its.afterwards?.()
        return record
      },
    })
  return [
    deed({
      action: 'amend',
      operationId: 'amendContest',
      summary: 'Change times and words of an open contest',
      body: ContestAmendment,
      work: amendContest,
    }),
    deed({
      action: 'rehearse',
      operationId: 'rehearseContest',
      summary: 'Freeze a contest and let made-up players play it',
      body: RehearsalWish,
      work: (tx, who, order, entry) => beginRehearsal(tx, who, services, order, entry),
      afterwards: () => rehearsals.wake(),
    }),
    deed({
      action: 'rewind',
      operationId: 'rewindContest',
      summary: 'End a rehearsal; whatever was played in it goes',
      body: ContestVersion,
      work: endRehearsal,
    }),
    deed({
      action: 'open',
      operationId: 'openContest',
      summary: 'Freeze questions and units and open a contest',
      body: ContestVersion,
      work: (tx, who, order, entry) => openForPlay(tx, who, services, order, entry),
    }),
    deed({
      action: 'close',
      operationId: 'closeContest',
      summary: 'End a contest before its time, with a reason',
      body: ContestEnding,
      work: closeEarly,
    }),
    deed({
      action: 'publish',
      operationId: 'publishContest',
      summary: 'Publish the list of results',
      body: ContestVersion,
      work: publishContest,
    }),
    deed({
      action: 'withdraw-question',
      operationId: 'withdrawContestQuestion',
      summary:
        'Withdraw a question of an open or closed contest; what was answered is graded anew by the rule',
      body: QuestionWithdrawal,
      work: withdrawFrozen,
    }),
    deed({
      action: 'withdraw',
      operationId: 'withdrawContestResult',
      summary: 'Take the list of results back, with a reason',
      body: ContestEnding,
      work: withdrawResult,
    }),
    defineRoute({
      tags: ['contest'],
      access: contestFlow.remove.by,
      method: 'POST',
      operationId: 'removeContest',
      path: '/api/contests/:id/remove',
      summary: 'Remove a contest that is being set up',
      audit: 'contest.remove',
      schema: { params, body: ContestVersion, response: { 204: Type.Null() } },
      handler: async ({ params: { id }, body, act, caller, reply }) => {
        await act(id, (tx, scope, entry) => removeContest(tx, actor(scope, caller), { id, ...body }, entry))
        return reply.status(204).send()
      },
    }),
    defineRoute({
      tags: ['contest'],
      access: businessRoles,
      method: 'GET',
      operationId: 'getRehearsal',
      path: '/api/contests/:id/rehearsal',
      summary: 'How the last rehearsal of a contest went',
      audit: null,
      schema: { params, response: { 200: Rehearsal } },
      handler: ({ params: { id }, read }) => read((tx, scope) => getRehearsal(tx, scope, id)),
    }),
    defineRoute({
      tags: ['contest'],
      access: contestFlow.close.by,
      method: 'GET',
      operationId: 'countContestPlaying',
      path: '/api/contests/:id/playing',
      summary: 'Who is likely still playing',
      audit: null,
      schema: { params, response: { 200: ContestPlaying } },
      handler: ({ params: { id }, read }) => read((tx, scope) => countPlaying(tx, scope, id, clock.now())),
    }),
  ]
}
