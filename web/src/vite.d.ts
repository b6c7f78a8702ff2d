/// <reference types="vite/client" />

declare module 'virtual:catalogue/*' {
  const catalogue: Record<string, unknown>
  export default catalogue
}
declare module 'virtual:tokens.css' {}
