import { Editor } from './editor'

// biome-ignore lint/style/noDefaultExport: Next asks for it
export default function Page() {
  return <Editor />
}
