export { editionRoom } from './edition.room.ts'
