export { type UnitKind, unitKinds } from './unit-kind.ts'
