/** The link in a letter: a token nobody can guess, which opens one delivery and says nothing about anybody. */
import { createHash, createHmac } from 'node:crypto'

/** The same for a delivery whenever it is asked for, so that a reminder's link and the first one's both work. */
export function receiptToken(secret: string, deliveryId: string): string {
  return createHmac('sha256', secret).update(`receipt of delivery ${deliveryId}`).digest('base64url')
}

/** What the database keeps of it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
