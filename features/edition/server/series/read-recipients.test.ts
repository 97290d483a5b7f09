import { expect, it } from 'vitest'
import { linesOf, matchRecipients } from './read-recipients.ts'

const numerals = '零一二三四五六七八九'
const spelled = (no: number): string => [...String(no)].map(digit => numerals[Number(digit)]).join('')

// Without a limit it stands still for half a minute, and everybody with it; the time limit of the test is the proof.
it('holds two thousand unknown names against a whole register without keeping everybody waiting', () => {
  const units = Array.from({ length: 3000 }, (_, no) => ({
    id: String(no),
    name: `云岭省第${spelled(no)}县区科学技术协会`,
    shortNames: [`第${no}县科协`, `${no}区科学技术协会`],
  }))
  const text = Array.from({ length: 2000 }, (_, no) => `云岭省笫${spelled(no)}县区科学技术协会`).join('\n')
  const { recipients, unclear } = matchRecipients(linesOf(text), units)
  expect(recipients).toHaveLength(2000)
  expect(unclear).toHaveLength(2000)
  expect(unclear[0]).toMatchObject({ why: 'unknown', near: '云岭省第零县区科学技术协会' })
  expect(unclear.at(-1)!.near).toBeNull()
}, 5_000)

it('reads a line without end, of whatever characters, in one go', () => {
  for (const scrap of ['a', ' ', '（ ', '@', 'a.', '。'])
    expect(linesOf(`某${scrap.repeat(100_000 / scrap.length)}报`).length).toBeLessThan(3)
}, 5_000)
