/** A random draw (随机抽查) that anybody can replay from what was published of it: docs/draw.md. */
export { canonicalText } from './canonical-text.ts'
export { checkRegister, sizesOf } from './check-register.ts'
export { commitDraw, makeSeed } from './commit-draw.ts'
export * from './draw.contract.ts'
export { parseDraw } from './parse-draw.ts'
export { isPlain, isPlainCode } from './plain-text.ts'
export { printDraw } from './print-draw.ts'
export { recusalsOf } from './recusals.ts'
export { replayScript } from './replay-script.ts'
export { runDraw } from './run-draw.ts'
export {
  type DrawCheck,
  type DrawCheckName,
  type DrawFault,
  drawChecks,
  verifyDraw,
} from './verify-draw.ts'
