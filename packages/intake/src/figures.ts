/** Reading figures alone: no register, no files, so that a browser can do it as well as a server. */
export { numberOf, scaleValue } from './facts/numerals.ts'
export { type FigureReading, readFigures } from './facts/read-figures.ts'
