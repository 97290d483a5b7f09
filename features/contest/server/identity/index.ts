export { type Identity, type IdentitySettings, openIdentity } from './open-identity.ts'
