import { env } from '@/lib/platform/env'

/**
 * The policy of a page whose scripts carry the nonce. Inline styles are allowed: React and Tiptap position things by them,
 * and a style cannot run. While developing, Next evaluates code and reloads through a WebSocket.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment = env().ASSAY_DEV === '1'): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
