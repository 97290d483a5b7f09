import { randomUUID } from 'node:crypto'
import { type TestApp, testUnits } from '@jianbao/testkit'
import {
  answerTo,
  deviceA,
  findingAt,
  findingWords,
  moved,
  personOf,
  planned,
  questions,
  talkAt,
  talkWords,
  underWay,
  withStops,
} from './inspection.fixture.ts'
import { sendStopPhoto } from './photo/photo.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh tour of the test unit `city`, by operation; on its team are all who are asked. */
export async function inspectionProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const planner = await app.as('coordinator@city')
  const writer = await app.as('inspector@city')
  const people = await Promise.all(
    (['inspector@city', 'coordinator@city'] as const).map(persona => personOf(app, persona)),
  )
  const team = people.map((personId, at) => ({ personId, leader: at === 0 }))
  const fresh = (wish = {}) => planned(app, planner, { team, ...wish })
  const tour = async (action: string, more: object = {}) => {
    const { id, version } = await withStops(planner, await fresh())
    return { url: `/api/tours/${id}${action}`, body: { version, ...more } }
  }
  const open = () => underWay(app, planner, { team })
  const stop = async (action: string, body?: object): Promise<Target> => {
    const { stopId } = await open()
    return { url: `/api/stops/${stopId}${action}`, ...(body ? { body } : {}) }
  }
  const written = { base: 0, device: deviceA }
  const finding = async () => {
    const [{ stopId }, id] = [await open(), randomUUID()]
    await findingAt(writer, stopId, id)
    return { stopId, id }
  }
  const photo = async () => {
    const { stopId } = await open()
    return `/api/stops/${stopId}/photos/${await sendStopPhoto(writer, stopId)}`
  }
  const done = async () => {
    const { tour: made, stopId } = await open()
    await writer.post(`/api/stops/${stopId}/finish`)
    return { tour: made, stopId }
  }
  return {
    getTour: async () => ({ url: `/api/tours/${(await fresh()).id}` }),
    editTour: () => tour('', { name: '科普工作督导' }),
    openTour: () => tour('/open'),
    cancelTour: () => tour('/cancel', { reason: '改在下半年' }),
    finishTour: async () => {
      const { tour: made } = await done()
      return { url: `/api/tours/${made.id}/finish`, body: { version: made.version } }
    },
    reopenTour: async () => {
      const { tour: made } = await done()
      const { id, version } = await moved(planner, made, 'finish')
      return { url: `/api/tours/${id}/reopen`, body: { version } }
    },
    addTourStops: async () => ({
      url: `/api/tours/${(await fresh()).id}/stops`,
      body: { stops: [{ unitId: testUnits.county, day: '2026-06-02' }] },
    }),
    moveTourStop: () => stop('', { version: 0, day: '2026-06-03' }),
    removeTourStop: () => stop(''),
    listTourAnswers: async () => ({
      url: `/api/tours/${(await fresh()).id}/answers?question=${questions.staffed}`,
    }),
    exportTour: async () => ({ url: `/api/tours/${(await fresh()).id}/export`, body: { sheet: 'stops' } }),
    getStop: () => stop(''),
    giveAnswer: () => stop(`/answers/${questions.staffed}`, { ...written, value: 'yes' }),
    writeFinding: () => stop(`/findings/${randomUUID()}`, { ...written, ...findingWords }),
    removeFinding: async () => {
      const { stopId, id } = await finding()
      return { url: `/api/stops/${stopId}/findings/${id}` }
    },
    writeInterview: () => stop(`/interviews/${randomUUID()}`, { ...written, ...talkWords }),
    removeInterview: async () => {
      const [{ stopId }, id] = [await open(), randomUUID()]
      await talkAt(writer, stopId, id)
      return { url: `/api/stops/${stopId}/interviews/${id}` }
    },
    finishStop: async () => {
      const { stopId } = await open()
      await answerTo(writer, stopId, questions.staffed, { value: 'yes' })
      return { url: `/api/stops/${stopId}/finish` }
    },
    reopenStop: async () => ({ url: `/api/stops/${(await done()).stopId}/reopen` }),
    addStopPhoto: async () => ({ url: `/api/stops/${(await open()).stopId}/photos?photoId=${randomUUID()}` }),
    getStopPhoto: async () => ({ url: await photo() }),
    editStopPhoto: async () => ({ url: await photo(), body: { caption: '台账' } }),
    removeStopPhoto: async () => ({ url: await photo() }),
    // A visit is of the county's, told to whoever leads it and those above.
    getVisit: async () => {
      const made = await withStops(planner, await fresh(), [{ unitId: testUnits.city, day: '2026-06-01' }])
      const { stopList } = await moved(planner, made, 'open')
      return { url: `/api/visits/${stopList[0]!.id}` }
    },
  }
}
