/** Where a player's page stands, what may happen to it and what it may ask for in answer. */
import type { JoinWish } from '../../contract/join.schema.ts'
import type {
  ContestFace,
  GivenAnswer,
  HandIn,
  Paper,
  PaperWish,
  Result,
  Standing,
} from '../../contract/play.schema.ts'
import type { PlaySettings } from '../../contract/play-settings.ts'

/** A paper in work. */
export type Sheet = {
  readonly paper: Paper
  /** One for each question; an empty one is left out. */
  readonly answers: readonly GivenAnswer[]
  /** The question shown, and since when: milliseconds of the server. */
  readonly at: number
  readonly since: number
  readonly pace: readonly number[]
  /** 交卷 was pressed or time ran out: nothing of it changes any more. */
  readonly closed: boolean
}

/** What the device keeps of a contest. */
export type Kept = {
  readonly standing: Standing | null
  readonly sheet: Sheet | null
  /** Server's time less the device's. */
  readonly offsetMs: number
}

export type Trouble = {
  /** Of the catalogue of problems, or `line`: nothing came back; `elsewhere`: another window did it. */
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly retryAfterSeconds: number | null
  /** When it can be played again. */
  readonly nextAt?: string | null
}

export type Wish = 'paper' | 'practice'
export type Asked = 'face' | 'join' | 'paper' | 'hand-in' | 'standing'

export type PlayerState = {
  readonly settings: PlaySettings
  readonly step: 'opening' | 'landing' | 'who' | 'question' | 'check' | 'sending' | 'result'
  /** What begins as soon as it is known who plays. */
  readonly wish: Wish | null
  /** Somebody who was here before and has their 参赛码. */
  readonly back: boolean
  readonly face: ContestFace | null
  readonly standing: Standing | null
  readonly sheet: Sheet | null
  /** A paper handed in, as long as it is looked at. */
  readonly done: { readonly result: Result; readonly sheet: Sheet } | null
  readonly asking: Asked | null
  /** Of the closed sheet: on its way, waiting to be sent again, or turned away for good. */
  readonly sending: 'no' | 'flying' | 'waiting' | 'refused'
  readonly tries: number
  readonly trouble: Trouble | null
  /** The standing was heard from the server by this window: another device may have played since it was kept. */
  readonly fresh: boolean
  /** It was asked for anew for the sake of this wish. */
  readonly refreshed: boolean
  /** Not sure after a reopening or a jump of the device's clock: then nothing runs out before the server was asked. */
  readonly clock: { readonly offsetMs: number; readonly sure: boolean }
}

/** `at`: the device's clock, milliseconds. */
export type PlayerEvent = { readonly at: number } & (
  | { readonly type: 'opened'; readonly kept: Kept | null }
  | { readonly type: 'face'; readonly face: ContestFace }
  | { readonly type: 'begin'; readonly wish: Wish }
  /** 凭参赛码进入, without a paper to begin. */
  | { readonly type: 'come-back' }
  | { readonly type: 'join'; readonly wish: JoinWish }
  | { readonly type: 'standing'; readonly standing: Standing }
  | { readonly type: 'paper'; readonly paper: Paper }
  | { readonly type: 'answer'; readonly question: number; readonly answer: GivenAnswer }
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'check' }
  | { readonly type: 'hand-in' }
  | { readonly type: 'result'; readonly token: string; readonly result: Result }
  | { readonly type: 'failed'; readonly asked: Asked; readonly token?: string; readonly trouble: Trouble }
  | { readonly type: 'retry' }
  | { readonly type: 'online' }
  | { readonly type: 'tick' }
  /** The device slept or its clock jumped. */
  | { readonly type: 'doubt' }
  /** Another window of the contest kept something. */
  | { readonly type: 'elsewhere'; readonly kept: Kept | null }
  | { readonly type: 'home' }
  | { readonly type: 'give-up' }
  /** 换人: the device forgets who played. */
  | { readonly type: 'forget' }
)

export type Effect =
  | { readonly do: 'keep'; readonly kept: Kept }
  | { readonly do: 'face' }
  | { readonly do: 'join'; readonly body: JoinWish }
  | { readonly do: 'paper'; readonly body: PaperWish }
  | { readonly do: 'standing'; readonly body: { readonly ticket: string } }
  | { readonly do: 'hand-in'; readonly body: HandIn }
  | { readonly do: 'retry-later'; readonly ms: number }

export type Move = { readonly state: PlayerState; readonly effects: readonly Effect[] }

export const firstState = (settings: PlaySettings): PlayerState => ({
  settings,
  step: 'opening',
  wish: null,
  back: false,
  face: null,
  standing: null,
  sheet: null,
  done: null,
  asking: null,
  sending: 'no',
  tries: 0,
  trouble: null,
  fresh: false,
  refreshed: false,
  clock: { offsetMs: 0, sure: false },
})
