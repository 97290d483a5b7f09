import { Problem } from '@jianbao/errors'
import type { FileCache } from '@jianbao/platform/files'
import type { Certificate } from '@jianbao/typesetting/contract'

/** What is asked of typesetting; the app brings it. */
export type CertificateTypesetting = {
  /** Changes when the same certificate would be set differently. */
  readonly version: string
  certificate(certificate: Certificate, createdAt: Date): Promise<Uint8Array>
}

export type CertificatePress = {
  /**
   * The certificate as PDF; one that was set before comes from the cache. Throws `certificates-busy` with how many wait
   * when there are too many before it.
   */
  set(certificate: Certificate, createdAt: Date): Promise<Uint8Array>
}

/** About ten seconds of work: who came later is told, and loses nothing. */
const mostWaiting = 30

export function openCertificatePress(services: {
  typesetting: CertificateTypesetting
  cache: FileCache
  mostWaiting?: number
}): CertificatePress {
  const { typesetting, cache } = services
  const most = services.mostWaiting ?? mostWaiting
  let waiting = 0
  return {
    set: (certificate, createdAt) =>
      cache.get(JSON.stringify([typesetting.version, createdAt, certificate]), async () => {
        if (waiting >= most) throw new Problem('certificates-busy', { waiting })
        waiting++
        try {
          return await typesetting.certificate(certificate, createdAt)
        } finally {
          waiting--
        }
      }),
  }
}
