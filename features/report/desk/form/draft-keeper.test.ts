import { ProblemError } from '@jianbao/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Report, ReportDraft } from '../../contract/index.ts'
import type { KeptDraft } from './device-drafts.ts'
import { DraftKeeper, devicePauseMs, serverPauseMs } from './draft-keeper.ts'
import { draftOf } from './draft-of.ts'
import { emptyDraft } from './merge-drafts.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const moment = '2026-05-20T02:00:00.000Z'
const written = (draft: ReportDraft, version: number): Report =>
  ({ ...draft, version, updatedAt: moment, state: 'draft' }) as unknown as Report
const stale = new ProblemError({ code: 'report-stale', status: 409, detail: '' })
const offline = new ProblemError({ code: 'offline', status: 0, detail: '' })

/** A server of one report, as the real one does it; `trouble` answers in its stead. */
function openServer(begun: Report | null = null) {
  const server = {
    now: begun as Report | null,
    trouble: null as ProblemError | null,
    kept: null as KeptDraft | null,
    signedOut: 0,
  }
  const open = (from: { kept?: KeptDraft; report: Report | null } = { report: server.now }) =>
    new DraftKeeper(
      'one',
      {
        put: async draft => {
          if (server.trouble) throw server.trouble
          const { version } = draft
          if (server.now && version !== server.now.version) throw stale
          const tidy = { ...draft, title: draft.title.trim(), body: draft.body.trimEnd() }
          server.now = written(tidy, server.now ? server.now.version + 1 : 0)
          return server.now
        },
        get: async () => {
          if (server.trouble || !server.now) throw server.trouble ?? stale
          return server.now
        },
        keep: async draft => {
          server.kept = draft
        },
        now: () => new Date(moment),
        onSignedOut: () => {
          server.signedOut++
        },
      },
      { unitId: 'u', ...from },
    )
  return { server, open }
}
const pause = () => vi.advanceTimersByTimeAsync(devicePauseMs + serverPauseMs)
const type = (keeper: DraftKeeper, part: Partial<ReportDraft>) =>
  keeper.change(draft => ({ ...draft, ...part }))

test('at a pause it lies on the device, then on the server; what is typed meanwhile follows', async () => {
  const { server, open } = openServer()
  const keeper = open()
  expect(server.kept, 'a blank form is not kept').toBeNull()
  type(keeper, { title: '开课' })
  await vi.advanceTimersByTimeAsync(devicePauseMs)
  expect(server.kept).toMatchObject({ mine: { title: '开课' }, onServer: false, base: null })
  expect(server.now).toBeNull()
  await pause()
  expect(server.now).toMatchObject({ title: '开课', version: 0 })
  expect(keeper.snapshot().server.state).toBe('saved')
  type(keeper, { title: '开课了' })
  expect(keeper.snapshot().server.state).toBe('waiting')
  await pause()
  expect(server.now).toMatchObject({ title: '开课了', version: 1 })
})

test('a blank at the end is left to whoever types, and saved no second time', async () => {
  const { server, open } = openServer()
  const keeper = open()
  type(keeper, { body: '第一段。\n' })
  await pause()
  await pause()
  expect([keeper.snapshot().draft.body, server.now?.version]).toEqual(['第一段。\n', 0])
})

test('without a line it waits on the device and goes when the line is back', async () => {
  const { server, open } = openServer()
  server.trouble = offline
  const keeper = open()
  type(keeper, { title: '断网时写的' })
  await pause()
  expect(keeper.snapshot().server.state).toBe('offline')
  server.trouble = null
  // The browser was closed meanwhile: another page begins with what the device kept.
  keeper.close()
  const later = open({ kept: server.kept!, report: null })
  await pause()
  expect(later.snapshot()).toMatchObject({ draft: { title: '断网时写的' }, server: { state: 'saved' } })
  expect(server.now).toMatchObject({ title: '断网时写的' })
})

test('a sign-in that ended is asked for, and nothing is lost', async () => {
  const { server, open } = openServer(written(emptyDraft('u'), 3))
  const keeper = open()
  server.trouble = new ProblemError({ code: 'sign-in-required', status: 401, detail: '' })
  type(keeper, { title: '登录过期时写的' })
  await pause()
  expect([keeper.snapshot().server.state, server.signedOut]).toEqual(['signed-out', 1])
  server.trouble = null
  keeper.retry()
  await pause()
  expect(server.now).toMatchObject({ title: '登录过期时写的', version: 4 })
})

test('another device: other fields are merged, the same field is asked for and overwritten by nobody', async () => {
  const { server, open } = openServer(written({ ...emptyDraft('u'), title: '原题', place: '原地' }, 1))
  const keeper = open()
  server.now = written({ ...draftOf(server.now!), title: '那边的题', place: '那边' }, 2)
  type(keeper, { title: '这边的题', body: '这边的正文' })
  await pause()
  expect(keeper.snapshot()).toMatchObject({
    ...{ conflicts: ['title'], server: { state: 'asking' } },
    draft: { title: '这边的题', body: '这边的正文', place: '那边' },
    theirs: { title: '那边的题' },
  })
  expect(server.now.title).toBe('那边的题')
  expect(await keeper.flush(), 'nothing is sent over an open question').toBe(false)
  keeper.settle('title', 'theirs')
  await pause()
  expect(server.now).toMatchObject({ title: '那边的题', body: '这边的正文', place: '那边', version: 3 })
})

test('what the device kept from before is merged with what the server has got since', async () => {
  const base = { ...emptyDraft('u'), title: '原题', version: 1 }
  const { server, open } = openServer(written({ ...base, place: '那边' }, 2))
  const kept = { reportId: 'one', mine: { ...base, title: '新题' }, base, onServer: false, keptAt: moment }
  const keeper = open({ kept, report: server.now })
  await pause()
  expect(keeper.snapshot().draft).toMatchObject({ title: '新题', place: '那边' })
  expect(server.now).toMatchObject({ title: '新题', place: '那边', version: 3 })
})

test('who signs out in the middle of a word loses none of it, and nothing comes back to the device afterwards', async () => {
  const { server, open } = openServer()
  const keeper = open()
  type(keeper, { title: '最后一个字' })
  await keeper.putAway()
  expect(server.now).toMatchObject({ title: '最后一个字' })
  expect(server.kept).toMatchObject({ onServer: true })
  server.kept = null
  await pause()
  keeper.close()
  expect(server.kept).toBeNull()
  // The way out was not taken after all.
  server.trouble = offline
  type(keeper, { title: '接着写' })
  await keeper.putAway()
  expect(server.kept).toMatchObject({ mine: { title: '接着写' }, onServer: false })
})
