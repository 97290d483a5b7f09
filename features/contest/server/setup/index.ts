/** 竞赛的设置, as the room's opener puts it together. */
import {
  ContestChoices,
  ContestPage,
  ContestPreview,
  ContestRecord,
  ContestSummary,
  FrozenQuestionPage,
  Rehearsal,
} from '../../contract/index.ts'

export { contestWork } from './list-work.ts'
export { openSetup, type Setup } from './open-setup.ts'
export { presets as contestPresets } from './presets/index.ts'
export { type ContestRecording, recordContest } from './record/record-contest.ts'

/** Shapes that get a name in the API document. */
export const setupShapes = {
  ContestChoices,
  ContestPage,
  ContestPreview,
  ContestRecord,
  ContestSummary,
  FrozenQuestionPage,
  Rehearsal,
}
