/** The way one-time codes reach phones. */
export type SmsSender = {
  /** `shown`: no message leaves, the page itself shows the code. For a demonstration alone. */
  readonly kind: 'gateway' | 'shown'
  /** Throws SmsUnsent; neither number nor code stands in its words. */
  send(phone: string, code: string, minutes: number): Promise<void>
}

export class SmsUnsent extends Error {
  override readonly name = 'SmsUnsent'
}

/** In a demonstration the page shows the code. */
export const shownSms: SmsSender = { kind: 'shown', send: async () => undefined }
