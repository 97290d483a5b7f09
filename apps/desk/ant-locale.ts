import type { ConfigProviderProps } from 'antd'
import * as chinese from 'antd/es/locale/zh_CN.js'

type Locale = NonNullable<ConfigProviderProps['locale']>

// Ant Design's files are ES modules that Node's rules read as CommonJS: types and bundle differ in one `default`.
const outer = chinese.default as Locale | { default: Locale }
export const antLocale: Locale = 'locale' in outer ? outer : outer.default
