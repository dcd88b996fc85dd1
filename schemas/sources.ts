/** The pages of SAP's documentation that the catalog and the descriptions cite, by their ids (domain, appendix B). */
const PAGES: readonly string[] = [
	'08f42b2327f6472ba44b9ef9e631450f',
	'0b23a32acddc4750840f82fef9a87383',
	'0c6f4988f9154a96b399ce9b9a2fd5a1',
	'134070ff2a6045ce84f534a7eeecdf14',
	'1582d723f3814d30beba5fc0daa0bb0d',
	'15922463e5a54538857795316eb4d997',
	'18bb3d945ab948b2ab2218b7869d0faf',
	'272ca23a7ebf4532922b226dc0310c45',
	'27ca5c25f93749298f85a6fcdfab1600',
	'28171b629f3549af8c1d66d7c8de5e18',
	'2ffdaff0f1454acdb046876045321c91',
	'3414bbc13ddc472a9be29b9036ad7c26',
	'3c98c84c61784e2985854cede54dd105',
	'3ce5e05f7a1c48ebbad828c8f5d1c8d7',
	'46d08817551c41309388a2d7311deb88',
	'5ba357b4fa1e4de4b9fcc4ae771609da',
	'642431173d3c4fabb7f5a155836903be',
	'65ad330d11ac49a196948aa8db6470fb',
	'68b04fa73aa740cb96ed380a85a4761a',
	'83df31ad3b634c0783ced522107d2e73',
	'8b774e4ca8be46a4830a021f727667ed',
	'915405167207476d8f2798256db964bb',
	'925c00ab99d849edb744e33001c0b2cf',
	'9743f20380de4f9f99385cf3737b59b7',
	'9efe2a1d84c2458fb7b68d4df1bd13ee',
	'a14c2769117043afb4e56da12d5ea885',
	'b01e6255607a42889483115dbd56cc1f',
	'b06370bce5fc4803985f015942479bdf',
	'b4297f9e82054a9ab45300b21c53452a',
	'be85ce07823844848183a63c1bb15d17',
	'c8248745dde24afb91479361de336111',
	'cadf8f634715450c9cb8afb7901de133',
	'cb81f1b4b91c4118bf6bc9386b6b5c00',
	'd7416c31f2164c8aa5bc744f85038631',
	'df5b424cbf9640aabaa5566d8bf14cc7',
	'e208f1fe75b748cb953b9e9db4b91bec',
	'e8542d805f5e430fba469c8ebe8e76f4',
	'e956ba209f30447cb55140e38c15e345',
	'e9d975a45c954501bbe59e39dfb468c0',
	'f216895c59c5460f8ac8b30e78a33e46',
	'f7d3f5ec8a0e4f9bb5b77d473be99e5a',
];

/** The address of the page whose id begins with the seven digits that a source names, or `undefined`. */
function pageOf(digits: string): string | undefined {
	const id = PAGES.find((page) => page.startsWith(digits));
	return id && `https://help.sap.com/docs/BTP/65de2977205c403bbc107264b8eccf4b/${id}.html?version=Cloud`;
}

/** Markdown links to the pages that a source such as `S1 D/28171b6` names; empty where it names none. */
export function linksTo(source: string): string {
	const pages = Array.from(
		source.matchAll(/(?<!history of )\bD\/([0-9a-f]{7})/g),
		([, digits = '']) => digits,
	);
	return pages
		.map((digits) => {
			const page = pageOf(digits);
			if (!page) {
				throw new Error(`schemas/sources.ts has no page for D/${digits}.`);
			}
			return `[SAP documentation](${page})`;
		})
		.join(', ');
}
