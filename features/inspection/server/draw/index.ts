/** 随机抽查, as the room's door hands it on. */
import { Draw, DrawnUnits, DrawPage, DrawPreview, DrawSummary } from '../../contract/draw.ts'

export { drawRoutes } from './draw.routes.ts'
export { getDrawnUnits } from './drawn-units.ts'

/** Shapes that get a name in the API document. */
export const drawShapes = { Draw, DrawnUnits, DrawPage, DrawPreview, DrawSummary }
