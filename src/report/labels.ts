import * as l10n from '@vscode/l10n';
import type { SystemRole } from '../model/landscape.ts';

const ROLES: Record<SystemRole, () => string> = {
	development: () => l10n.t('Development'),
	customizing: () => l10n.t('Customizing'),
	test: () => l10n.t('Test'),
	production: () => l10n.t('Production'),
};

/** What a system or tenant is for, in words. */
export function systemRoleLabel(role: SystemRole): string {
	return ROLES[role]();
}
