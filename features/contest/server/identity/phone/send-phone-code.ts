import { Problem } from '@jianbao/errors'
import type { PhoneCodeSent } from '../../../contract/index.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import type { IdentityServices } from '../identity.services.ts'
import { keyedHash, plainPhone } from '../identity-of.ts'
import {
  againInSeconds,
  goodForSeconds,
  issuePhoneCode,
  mostADay,
  spendPhoneCode,
} from './phone-code.store.ts'
import { SmsUnsent } from './sms-sender.ts'

/** Sends a one-time code. What is answered does not tell whether somebody with this number plays. */
export async function sendPhoneCode(
  services: IdentityServices,
  contest: LiveContest,
  typed: string,
): Promise<PhoneCodeSent> {
  const { db, secret, sms, onTrouble } = services
  if (contest.rules.identity.kind !== 'phone') throw new Problem('join-other-way')
  if (!sms) throw new Problem('phone-off')
  const digits = plainPhone(typed)
  if (digits === null) throw new Problem('phone-number-wrong')
  const phone = {
    contestNo: contest.no,
    contestId: contest.id,
    phone: keyedHash(secret, contest.id, 'phone', digits),
  }
  const issued = await issuePhoneCode(services, phone)
  if (issued === 'many') throw new Problem('phone-codes-many', { most: mostADay })
  if ('waitSeconds' in issued)
    throw new Problem('phone-code-early', { retryAfterSeconds: issued.waitSeconds })
  try {
    await sms.send(digits, issued.code, goodForSeconds / 60)
  } catch (error) {
    if (!(error instanceof SmsUnsent)) throw error
    onTrouble(error.message)
    await spendPhoneCode(db, phone)
    throw new Problem('phone-code-unsent')
  }
  return { goodForSeconds, againInSeconds, shown: sms.kind === 'shown' ? issued.code : null }
}
