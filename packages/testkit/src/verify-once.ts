import { isPassword } from '@jianbao/platform/access'

const known = new Map<string, Promise<boolean>>()

/** As the product does it, but no pair of hash and password twice: the personas share both. */
export function verifyOnce({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const pair = `${hash} ${password}`
  const right = known.get(pair) ?? isPassword(hash, password)
  known.set(pair, right)
  return right
}
