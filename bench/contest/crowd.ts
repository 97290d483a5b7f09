/** People who play a contest over HTTP: their tickets, the papers they began, and what was acknowledged to them. */
import { openDice } from '../search-corpus.ts'
import type { Ask } from './wire.ts'

/** Acknowledged hand-ins in columns: the place of the player, their attempt, its score. */
export type Acknowledged = {
  readonly players: Int32Array
  readonly attempts: Int32Array
  readonly scores: Int32Array
  /** Of them answered as counted before: the first answer was lost on the way. */
  readonly again: number
}

/** Hears how it went; `false`: no answer, or none that says it is settled. */
type Then = (player: number, settled: boolean) => void

const dice = openDice(8)

export class Crowd {
  private readonly head: string
  private readonly slug: string
  private readonly tickets: string[]
  /** Body of the hand-in of a paper that was begun. */
  private readonly begun: (string | undefined)[] = []
  private readonly players: number[] = []
  private readonly attempts: number[] = []
  private readonly scores: number[] = []
  private again = 0

  constructor(slug: string, tickets: string[]) {
    this.slug = slug
    this.tickets = tickets
    this.head = `HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: `
  }

  get size(): number {
    return this.tickets.length
  }

  hasBegun(player: number): boolean {
    return this.begun[player] !== undefined
  }

  begin(player: number, then: Then): Ask {
    return {
      request: this.post('paper', `{"ticket":"${this.tickets[player]}"}`),
      hear: (status, body) => {
        if (status === 200) this.begun[player] = answered(body.toString('latin1'))
        then(player, status === 200)
      },
      lost: () => then(player, false),
    }
  }

  handIn(player: number, then: Then): Ask {
    return {
      request: this.post('hand-in', this.begun[player]!),
      hear: (status, body) => {
        if (status === 200) this.acknowledge(player, body.toString('latin1'))
        then(player, status === 200)
      },
      lost: () => then(player, false),
    }
  }

  acknowledged(): Acknowledged {
    const { players, attempts, scores, again } = this
    return {
      players: Int32Array.from(players),
      attempts: Int32Array.from(attempts),
      scores: Int32Array.from(scores),
      again,
    }
  }

  private post(deed: string, body: string): string {
    return `POST /play/${this.slug}/${deed} ${this.head}${body.length}\r\n\r\n${body}`
  }

  private acknowledge(player: number, body: string): void {
    this.tickets[player] = textBehind(body, '"ticket":"', '"')
    this.begun[player] = undefined
    this.players.push(player)
    this.attempts.push(Number(textBehind(body, '"attempts":', ',')) - 1)
    this.scores.push(Number(textBehind(body, '"score":', ',')))
    if (body.includes('"counted":"again"')) this.again++
    else if (!body.includes('"counted":"now"')) throw new Error(`not counted: ${body}`)
  }
}

/** The text between a mark and the next `end`; throws when the mark is missing. */
function textBehind(body: string, mark: string, end: string): string {
  const at = body.indexOf(mark)
  if (at < 0) throw new Error(`an answer without ${mark}: ${body.slice(0, 300)}`)
  return body.slice(at + mark.length, body.indexOf(end, at + mark.length))
}

/** A hand-in for a paper: of each question one option by chance, of five options two. */
function answered(paper: string): string {
  const token = textBehind(paper, '"token":"', '"')
  const order = paper.slice(paper.lastIndexOf('"order":[') + 9, paper.lastIndexOf('],"points"'))
  let answers = ''
  let options = 0
  for (let at = 0; at < order.length; at++) {
    const code = order.charCodeAt(at)
    if (code === 0x5b) options = 1
    else if (code === 0x2c) options++
    else if (code === 0x5d) {
      answers += answers === '' ? answerOf(options) : `,${answerOf(options)}`
      // The comma between two questions.
      at++
    }
  }
  return `{"token":"${token}","answers":[${answers}]}`
}

function answerOf(options: number): string {
  const first = Math.floor(dice() * options)
  return options < 5
    ? `[${first}]`
    : `[${first},${(first + 1 + Math.floor(dice() * (options - 1))) % options}]`
}
