/** An account elsewhere by which somebody may play: only who it is, by the provider's own name for them. */
export type OAuthProvider = {
  readonly key: string
  /** What the button says: 微信. */
  readonly name: string
  /**
   * Where the browser is sent. `secrets` are made by chance and kept by the browser until it comes back. Throws
   * ProviderTrouble.
   */
  begin(visit: Visit): Promise<URL>
  /** What the provider calls who came back; unique among all providers. Throws ProviderTrouble. */
  finish(visit: Visit, back: URL): Promise<string>
}

export type Visit = {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** In the browser of WeChat its own pages are used. */
  readonly inWeChat: boolean
}

/** `cancelled`: they turned back. `elsewhere`: only in WeChat. `failed`: the provider's answer does not hold. */
export type TroubleKind = 'cancelled' | 'elsewhere' | 'unavailable' | 'failed'

export class ProviderTrouble extends Error {
  override readonly name = 'ProviderTrouble'
  readonly kind: TroubleKind
  constructor(kind: TroubleKind, words: string) {
    super(words)
    this.kind = kind
  }
}

/** A provider of OpenID Connect, or WeChat, as it is set. */
export type OAuthSettings =
  | {
      readonly preset: 'oidc'
      readonly key: string
      readonly name: string
      readonly issuer: string
      readonly clientId: string
      readonly clientSecret: string | null
    }
  | {
      readonly preset: 'wechat'
      readonly key: string
      readonly name: string
      /** 公众号: within WeChat. */
      readonly official: WeChatApp | null
      /** 网站应用: by a code to scan, in any other browser. */
      readonly website: WeChatApp | null
      readonly pages: string
      readonly api: string
    }

export type WeChatApp = { readonly appId: string; readonly secret: string }
