import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCaller } from './access/use-caller.ts'
import { forgetOwn } from './own/own-memory.ts'

/**
 * Page width: for reading text, the same under a network's links, wide enough for tables, or the full window; the last two are printed
 * without the frame.
 */
export type PageLayout = 'text' | 'network' | 'wide' | 'whole' | 'print' | 'sheet'

export interface PageFrameProps {
  readonly layout: PageLayout
  readonly children: ReactNode
}

/**
 * The frame of every page: skip link, product name, the page itself, and links for developers. The layout is an attribute, because a
 * `:has()` on an ancestor would recalculate the style of the whole page whenever an element is added.
 */
export function PageFrame({ layout, children }: PageFrameProps) {
  return (
    <div data-layout={layout}>
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <Link className="nhsuk-header__service-name" to="/">
              rota
            </Link>
          </div>
          <OwnPages />
        </div>
      </header>
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="maincontent">
          {children}
        </main>
      </div>
      <footer className="rota-footer">
        <div className="nhsuk-width-container">
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-2">
            Plans a primary care network’s week. People in networks made from open data are synthetic: nobody named here
            exists.
          </p>
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-0">
            For programs: <a href="/docs">API documentation</a>. Contains public sector information licensed under the
            Open Government Licence v3.0.
          </p>
        </div>
      </footer>
    </div>
  )
}

/** Links to the caller's own pages, and to sign out. */
function OwnPages() {
  const caller = useCaller()
  if (caller === undefined) return null
  const isStaff = caller.grants.every(({ role }) => role === 'staff' || role === 'monitor')
  return (
    <nav aria-label="You" className="rota-own-pages">
      <Link to="/my-week">My week</Link>
      {!isStaff && <Link to="/settings">Settings</Link>}
      {caller.via === 'session' && (
        <form method="post" action="/sign-out" onSubmit={forgetOwn}>
          <button type="submit">Sign out{caller.name === '' ? '' : ` ${caller.name}`}</button>
        </form>
      )}
    </nav>
  )
}
