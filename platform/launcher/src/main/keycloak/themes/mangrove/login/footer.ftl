<#-- Stands last in the box and is shown first: whose sign-on this is. Name and colours are those of the client. -->
<#macro content>
<#assign colours = (client.attributes["mangrove.colours"])!"">
<#if colours?has_content><style>${colours}</style></#if>
<#assign place = (client.name)!"">
<#if place?has_content && !place?starts_with("$")>
<p class="place"><span class="place-flag" aria-hidden="true"><bdi>${place?substring(0, 1)}</bdi></span><bdi>${place}</bdi></p>
</#if>
</#macro>
