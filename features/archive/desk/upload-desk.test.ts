import { ProblemError } from '@jianbao/client'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Batch, DocumentSummary } from '../contract/index.ts'
import { createUploadDesk, type SendAnswer } from './upload-desk.ts'
import {
  isBeingRead,
  isDone,
  isUnsent,
  isUnsuccessful,
  mayReadAgain,
  maySendAgain,
  newUpload,
  progressOf,
  uploadsToStart,
  wantsSignIn,
} from './upload-queue.ts'

function summary(id: string, state: DocumentSummary['state']): DocumentSummary {
  return {
    id,
    fileName: `${id}.txt`,
    sizeBytes: 10,
    sha256: '00',
    state,
    progress: 0,
    problem: null,
    encoding: null,
    kind: 'text',
    pages: null,
    batchId: null,
    series: null,
    issueNo: null,
    special: false,
    date: null,
    articles: 0,
    events: 0,
    warnings: 0,
    doubts: 0,
    issueIds: [],
    createdAt: '2021-08-20T00:00:00Z',
    may: [],
  }
}

/** Doors that wait until the test says how each file fared. */
function openDoors() {
  const sent = new Map<
    string,
    { answer: (a: SendAnswer) => void; refuse: (e: Error) => void; aborted: boolean }
  >()
  const watched: { ids: readonly string[]; news: (s: DocumentSummary) => void; stopped: boolean }[] = []
  const desk = createUploadDesk({
    sendFile: (file, onSent, signal) =>
      new Promise((answer, refuse) => {
        const entry = { answer, refuse, aborted: false }
        signal.addEventListener('abort', () => {
          entry.aborted = true
          refuse(new Error('aborted'))
        })
        onSent(0.5)
        sent.set(file.name, entry)
      }),
    watch: (ids, news) => {
      const watch = { ids, news, stopped: false }
      watched.push(watch)
      return () => {
        watch.stopped = true
      }
    },
  })
  return { desk, sent, watched }
}

const files = (...names: string[]) => names.map(name => new File(['文'], name))
const settle = () => new Promise(resolve => setImmediate(resolve))
const phases = (desk: ReturnType<typeof openDoors>['desk']) => desk.list().map(upload => upload.phase)

describe('upload desk', () => {
  it('sends three at once and the next when one has ended', async () => {
    const { desk, sent } = openDoors()
    desk.add(files('1', '2', '3', '4', '5'))
    expect(phases(desk)).toEqual(['sending', 'sending', 'sending', 'queued', 'queued'])
    sent.get('2')?.answer({ document: summary('b', 'read'), known: false })
    await settle()
    expect(phases(desk)).toEqual(['sending', 'stored', 'sending', 'sending', 'queued'])
  })

  it('keeps a refusal on its own row, lets the others go on, and tries again', async () => {
    const { desk, sent } = openDoors()
    desk.add(files('bad', 'good'))
    sent.get('bad')?.refuse(new Error('binary'))
    sent.get('good')?.answer({ document: summary('g', 'read'), known: true })
    await settle()
    expect(desk.list()).toMatchObject([{ phase: 'refused' }, { phase: 'stored', known: true }])
    desk.retry(upload => upload.fileName === 'bad')
    expect(phases(desk)).toEqual(['sending', 'stored'])
    expect(desk.list()[0]?.problem).toBeNull()
  })

  it('puts the newest batch on top and still sends the oldest first', () => {
    const { desk } = openDoors()
    desk.add(files('1', '2', '3', '4'))
    desk.add(files('5', '6'))
    expect(desk.list().map(upload => upload.fileName)).toEqual(['5', '6', '1', '2', '3', '4'])
    expect(uploadsToStart(desk.list(), 9).map(upload => upload.fileName)).toEqual(['4', '5', '6'])
  })

  it('sends again what was refused only because the sign-in had ended', async () => {
    const { desk, sent } = openDoors()
    desk.add(files('late', 'bad'))
    sent.get('late')?.refuse(new ProblemError({ code: 'sign-in-required', status: 401, detail: '' }))
    sent.get('bad')?.refuse(new ProblemError({ code: 'file-empty', status: 422, detail: '' }))
    await settle()
    desk.retry(wantsSignIn)
    expect(phases(desk)).toEqual(['sending', 'refused'])
  })

  it('watches what is being read and stops when it has ended', async () => {
    const { desk, sent, watched } = openDoors()
    desk.add(files('1'))
    expect(desk.hasUnsent()).toBe(true)
    sent.get('1')?.answer({ document: summary('a', 'waiting'), known: false })
    await settle()
    expect(desk.hasUnsent()).toBe(false)
    expect(watched.map(watch => watch.ids)).toEqual([['a']])
    watched[0]?.news(summary('a', 'reading'))
    expect(watched).toHaveLength(1)
    watched[0]?.news(summary('a', 'read'))
    expect(watched[0]?.stopped).toBe(true)
    expect(desk.list()[0]?.document?.state).toBe('read')
  })

  it('opens the stream of news once a second at most, however fast files come in, for the oldest of them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const { desk, sent, watched } = openDoors()
      const names = Array.from({ length: 250 }, (_, at) => `${at}`)
      desk.add(files(...names))
      for (const name of names) {
        sent.get(name)?.answer({ document: summary(name, 'waiting'), known: false })
        await settle()
      }
      expect(watched.map(watch => watch.ids)).toEqual([['0']])
      vi.advanceTimersByTime(1_000)
      expect(watched).toHaveLength(2)
      expect(watched[1]?.ids).toEqual(names.slice(0, 200))
      for (const name of names.slice(0, 200)) watched[1]?.news(summary(name, 'read'))
      vi.advanceTimersByTime(1_000)
      expect(watched.at(-1)?.ids).toEqual(names.slice(200))
      expect(watched.length).toBeLessThan(6)
    } finally {
      vi.useRealTimers()
    }
  })

  it('hands a ZIP over as a batch and is done with it', async () => {
    const { desk, sent, watched } = openDoors()
    desk.add(files('十年.zip'))
    sent.get('十年.zip')?.answer({ batch: { id: 'b' } as Batch })
    await settle()
    expect(desk.list()).toMatchObject([{ phase: 'stored', document: null, batch: { id: 'b' } }])
    expect(desk.list().every(isDone)).toBe(true)
    expect(watched).toEqual([])
  })

  it('calls a dismissed file back', async () => {
    const { desk, sent } = openDoors()
    desk.add(files('1', '2'))
    desk.dismiss(desk.list()[0]!.key)
    await settle()
    expect(sent.get('1')?.aborted).toBe(true)
    expect(desk.list().map(upload => upload.fileName)).toEqual(['2'])
  })

  it('tells listeners until they leave', () => {
    const { desk } = openDoors()
    let told = 0
    const leave = desk.subscribe(() => {
      told += 1
    })
    desk.add(files('1'))
    expect(told).toBeGreaterThan(0)
    const before = told
    leave()
    desk.add(files('2'))
    expect(told).toBe(before)
  })
})

describe('upload queue', () => {
  it('tells how far all files are together', () => {
    const upload = newUpload(1, 'a', 1)
    const half = { ...upload, phase: 'stored' as const, sent: 1, document: summary('a', 'waiting') }
    expect(progressOf([upload, { ...upload, phase: 'refused' }])).toBe(0.5)
    expect(progressOf([half, { ...half, document: summary('b', 'unrecognised') }])).toBe(0.75)
    expect(progressOf([])).toBe(0)
  })

  it('never starts more than the limit allows', () => {
    const phase = fc.constantFrom('queued', 'sending', 'stored', 'refused')
    fc.assert(
      fc.property(fc.array(phase), fc.integer({ min: 1, max: 5 }), (list, limit) => {
        const uploads = list.map((each, key) => ({ ...newUpload(key, 'a', 1), phase: each }))
        const sending = uploads.filter(upload => upload.phase === 'sending').length
        const queued = uploads.filter(upload => upload.phase === 'queued').length
        const started = uploadsToStart(uploads, limit)
        expect(started.length).toBe(Math.min(queued, Math.max(0, limit - sending)))
        expect(started.every(upload => upload.phase === 'queued')).toBe(true)
      }),
    )
  })

  it('offers no second try where the same bytes end the same way', () => {
    const refused = (problem: Error) => ({ ...newUpload(1, 'a', 1), phase: 'refused' as const, problem })
    const problem = (code: string, status: number) => new ProblemError({ code, status, detail: '' })
    expect(maySendAgain(refused(problem('file-too-large', 413)))).toBe(false)
    expect(maySendAgain(refused(problem('file-not-text', 422)))).toBe(false)
    expect(maySendAgain(refused(problem('offline', 0)))).toBe(true)
    expect(maySendAgain(newUpload(1, 'a', 1))).toBe(false)
    const failed = { ...summary('a', 'failed'), may: ['read-again' as const] }
    expect(mayReadAgain(failed)).toBe(true)
    expect(mayReadAgain({ ...failed, problem: { code: 'file-encoding', message: '' } })).toBe(false)
  })

  it('counts every upload in exactly one of four ways', () => {
    const phases = ['queued', 'sending', 'refused'] as const
    const stored = ['waiting', 'reading', 'read', 'unrecognised', 'accepted', 'failed'] as const
    const uploads = [
      ...phases.map(phase => ({ ...newUpload(1, 'a', 1), phase })),
      ...stored.map(state => ({
        ...newUpload(1, 'a', 1),
        phase: 'stored' as const,
        document: summary('a', state),
      })),
    ]
    const ways = [isUnsent, isBeingRead, isDone, isUnsuccessful]
    expect(uploads.map(upload => ways.filter(way => way(upload)).map(way => way.name))).toEqual([
      ['isUnsent'],
      ['isUnsent'],
      ['isUnsuccessful'],
      ['isBeingRead'],
      ['isBeingRead'],
      ['isDone'],
      ['isDone'],
      ['isDone'],
      ['isUnsuccessful'],
    ])
  })
})
