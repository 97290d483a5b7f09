/** What pages of other rooms show with this room's pieces. */
export { type DiffPart, differ } from './page/differ.ts'
