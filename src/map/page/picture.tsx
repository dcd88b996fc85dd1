import * as l10n from '@vscode/l10n';
import type { GraphEdge, GraphNode } from '../../diagram/graph.ts';
import { draw, wishesOf } from './drawing.tsx';
import { FONTS, type Measure } from './fonts.ts';
import { layOut } from './layout.ts';
import { xmlOf } from './xml.ts';

/** Colours of a picture outside of VS Code: ink, quiet ink, paper, cards, lines, and those of four tones. */
const LIGHT = '#1f2328 #57606a #fff #f6f8fa #8c959f #1a7f37 #9a6700 #cf222e #0969da';
const DARK = '#e6edf3 #9da7b3 #0d1117 #161b22 #6e7681 #3fb950 #d29922 #f85149 #58a6ff';

const font = (name: keyof typeof FONTS) =>
	`.${name}{font-size:${FONTS[name].size}px;font-weight:${FONTS[name].weight}}`;

function rules(colours: string): string {
	const [ink, quiet, paper, card, line, good, wait, bad, busy] = colours.split(' ');
	return `.paper{fill:${paper}}.card{fill:${card}}.card,.edge,.side{stroke:${line}}.name,.tag{fill:${ink}}.note,.heading{fill:${quiet}}.sign{fill:${quiet}}.sign.tone-good{fill:${good}}.sign:is(.tone-wait,.tone-unknown){fill:${wait}}.sign.tone-bad{fill:${bad}}.sign.tone-busy{fill:${busy}}`;
}

/**
 * The map as a file of its own: no script, no font and no picture from elsewhere; light, and dark where the reader's
 * computer is.
 */
export function pictureOf(
	nodes: readonly GraphNode[],
	edges: readonly GraphEdge[],
	measure: Measure,
	title: string,
): string {
	// The reader's font may be wider.
	const wider: Measure = (text, name) => measure(text, name) * 1.1;
	const layout = layOut(nodes, edges, wishesOf(wider));
	const { width, height } = layout;
	const style = `text{font-family:system-ui,"Segoe UI",sans-serif}${font('name')}${font('note')}${font('tag')}.heading{font-size:13px}.edge,.side{fill:none;stroke-width:1.5}.edge{stroke-width:1.25}.membership,.tone-unknown .card{stroke-dasharray:5 4}${rules(LIGHT)}@media(prefers-color-scheme:dark){${rules(DARK)}}`;
	const { headings, lines, stops } = draw(layout, wider);
	return xmlOf(
		<svg
			xmlns="http://www.w3.org/2000/svg"
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
			role="img"
			aria-labelledby="title description"
		>
			<title id="title">{title}</title>
			<desc id="description">
				{l10n.t('Tenants, systems, subaccounts and formations, and how they are connected.')}
			</desc>
			<style>{style}</style>
			<rect class="paper" width="100%" height="100%" />
			{headings}
			{lines.map(({ id, look, path }) => (
				<path key={id} class={look} d={path} />
			))}
			{stops.map(({ id, look, content }) => (
				<g key={id} class={look}>
					{content}
				</g>
			))}
		</svg>,
	);
}
