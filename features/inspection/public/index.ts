export { drawRoom } from './draw.pages.ts'
export { publicDrawRoutes } from './draw-file.routes.ts'
