export { openSealer, SealBroken, type Sealer } from './open-sealer.ts'
