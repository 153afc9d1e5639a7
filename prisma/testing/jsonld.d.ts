// The part of jsonld (BSD-3-Clause) that tests use; the package brings no types.
declare module 'jsonld' {
  type Loaded = { contextUrl: null; documentUrl: string; document: unknown }
  type Options = {
    /** Throws where expansion would drop anything: a term that no context knows, a relative IRI. */
    safe: boolean
    documentLoader: (url: string) => Promise<Loaded>
  }
  const jsonld: { expand(document: object, options: Options): Promise<unknown[]> }
  export = jsonld
}
