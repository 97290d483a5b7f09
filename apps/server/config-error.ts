/** A setting that cannot be understood; its words name the setting and never hold a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
