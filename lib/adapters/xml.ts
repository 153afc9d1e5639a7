import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import type { XmlElement, XmlNode } from '@/lib/domain/xml-tree'

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
/** What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets. */
const UNHOLDABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * A well-formed XML 1.0 document. The root's `xmlns` is the namespace of all elements. A character that XML cannot hold
 * becomes U+FFFD, one for one, so that offsets stay true. Throws where a name is none of XML's.
 */
export function writeXml(root: XmlElement): string {
  const namespace = root.attributes.xmlns ?? null
  const document = new DOMImplementation().createDocument(namespace, root.name)
  const { documentElement } = document
  if (!documentElement) throw new TypeError(`no document with the root ${root.name}`)
  fill(document, documentElement, root, namespace)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true })}\n`
}

function fill(document: Document, node: Element, { attributes, children }: XmlElement, namespace: string | null): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') continue
    node.setAttributeNS(name.startsWith('xml:') ? XML_NAMESPACE : null, name, holdable(value))
  }
  for (const child of children) node.appendChild(nodeOf(document, child, namespace))
}

function nodeOf(document: Document, child: XmlNode, namespace: string | null) {
  if (typeof child === 'string') return document.createTextNode(holdable(child))
  const node = document.createElementNS(namespace, child.name)
  fill(document, node, child, namespace)
  return node
}

function holdable(text: string): string {
  return text.replace(UNHOLDABLE, '\ufffd')
}
