import { expect, it } from 'vitest'
import { listEvents } from './issue-events.ts'

const event = (act: string) => ({ act, figures: [] })

it('lists events in reading order with the place the document page knows', () => {
  const columns = [
    { articles: [{ events: [event('开会')] }, { events: [] }] },
    { articles: [{ events: [event('培训'), event('义诊')] }] },
  ]
  expect(listEvents(columns).map(({ event: { act }, at }) => [at, act])).toEqual([
    ['e0.0.0', '开会'],
    ['e1.0.0', '培训'],
    ['e1.0.1', '义诊'],
  ])
})
