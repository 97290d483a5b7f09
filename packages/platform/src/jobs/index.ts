export type { Work } from './lanes.ts'
export { type Job, type JobKind, openQueue, type Queue } from './open-queue.ts'
