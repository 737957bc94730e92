/** The conference's page: its facts and the amendments to be worked in. */
@NullMarked
package vn.tongket.conference.web;

import org.jspecify.annotations.NullMarked;
